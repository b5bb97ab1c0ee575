using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.DuckDb;

namespace Xemelios.Store.Tables;

/// <summary>What the pay files written in one transaction share: the appenders, the words of the employer in hand, the last key given.</summary>
/// <remarks>Opening and flushing it all costs more than the rows of a small file.</remarks>
internal sealed class EcrituresDePaye(DuckDbConnection connexion) : IDisposable
{
    private readonly HashSet<EtatVise> _etats = [];
    private readonly VolumesDeMemeNom _memeNom = new(connexion);
    private string? _siret;
    private (Dictionnaires Mots, TableAgent Agents) _connus;

    public AjoutsDeVolume Ajouts { get; } = new(connexion);

    /// <summary>Key of the last bulletin.</summary>
    public int DernierBulletin { get; set; } = Cles.Derniere(connexion, "paye_individuelle");

    public EcritureDeVolume Volume(VolumeAEcrire volume, EnTeteDePaye enTete)
    {
        _etats.Add(EtatVise.De(enTete));
        return new EcritureDeVolume(this, volume, enTete);
    }

    /// <summary>The words and agents of an employer, those of the files before included.</summary>
    public (Dictionnaires Mots, TableAgent Agents) Employeur(string siret)
    {
        if (siret != _siret)
        {
            // Keys are common to all employers: those given so far must be in the tables before more are given from there.
            Ajouts.VerserLesDictionnaires();
            var mots = new Dictionnaires(connexion, Employeurs.Cle(connexion, siret), Ajouts.Mots, Ajouts.Rubriques, Ajouts.Modeles);
            _connus = (mots, new TableAgent(connexion, Ajouts.Agents, mots));
            _siret = siret;
        }

        return _connus;
    }

    /// <inheritdoc cref="TransactionDImport.EstSeulDeSonNom"/>
    public bool EstSeulDeSonNom(VolumeAEcrire volume, EnTeteDePaye enTete) =>
        EtatVise.De(enTete) is var etat && !_etats.Contains(etat) && !_memeNom.Existe(etat, volume.Nom);

    public void Dispose()
    {
        _memeNom.Dispose();
        Ajouts.Dispose();
    }
}

/// <summary>The état that a pay file is about, as table volume names it.</summary>
/// <param name="Periode">AAAAMM.</param>
internal sealed record EtatVise(string Siret, int Periode, string Budget, string Train)
{
    public static EtatVise De(EnTeteDePaye enTete) => new(
        enTete.Employeur?.Siret ?? "", enTete.Annee * 100 + enTete.Mois, CodeBudget.Cle(enTete.BudgetCode), enTete.Train?.Trim() ?? "");
}
