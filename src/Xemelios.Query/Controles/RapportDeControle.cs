using Xemelios.Query.Export;
using Xemelios.Query.JustificatifsAttendus;
using Xemelios.Store.Gestion.Controles;

namespace Xemelios.Query.Controles;

/// <summary>All that the control of an état has to say, to be printed and signed.</summary>
/// <param name="Fichiers">Of the état and of the mandats that count for it.</param>
/// <param name="Bulletins">The last visa of each bulletin that has one, in the order of the files.</param>
/// <param name="Anomalies">Of the files of the état, by code.</param>
/// <param name="Attendus">What the list of justificatifs asks in the month, for the budget.</param>
public sealed record RapportDeControle(
    SuiviDeLEtat Suivi, IReadOnlyList<FichierSource> Fichiers, IReadOnlyList<Ecrit> Bulletins, IReadOnlyList<AnomaliesDUnCode> Anomalies, AttendusDuMois Attendus)
{
    /// <summary>Bulletins of the état that nobody has visaed.</summary>
    public int BulletinsSansVisa => Suivi.Rapprochement.Etat.Bulletins - Bulletins.Count;
}

/// <summary>How often a code was found in the files of an état.</summary>
/// <param name="Gravite">0 information, 1 avertissement, 2 erreur.</param>
public sealed record AnomaliesDUnCode(string Code, int Gravite, int Nombre);
