using Xemelios.Domain.Habilitations;
using Xemelios.Import;
using Xemelios.Query.Suppressions;
using Xemelios.Store;
using Xemelios.Web.Security;

namespace Xemelios.Web.Imports;

/// <summary>The imports that a person may see: those of his poste, and of those of the machine the files that his perimeter holds whole.</summary>
public sealed class ImportsVisibles(FileDImports file, Questions questions, AccesCourant acces, Entrepot entrepot)
{
    /// <summary>Whoever brings files now.</summary>
    public Deposant Moi => new(acces.Utilisateur, acces.Acces?.Poste);

    /// <summary>A batch, with the files that may be shown of it; null when it does not exist for this person.</summary>
    public SuiviDImport? Trouver(string lot) => file.Trouver(lot) is { } suivi ? Montrer(suivi) : null;

    /// <summary>A batch of his poste: he may fill it, launch it, stop it.</summary>
    public bool EstSien(string lot) => file.Trouver(lot) is { } suivi && EstSien(suivi);

    /// <summary>The last batches, latest first.</summary>
    public IReadOnlyList<SuiviDImport> Derniers(int nombre) => [.. file.Derniers(nombre, s => Montrer(s) is not null).Select(s => Montrer(s)!)];

    /// <summary>Those that a filter keeps, latest first.</summary>
    public IReadOnlyList<SuiviDImport> Historique(FiltreDImports filtre, int apres, int nombre) =>
        [.. file.Tous().Where(filtre.Garde).Select(Montrer).OfType<SuiviDImport>().Skip(apres).Take(nombre)];

    /// <summary>Received files of his poste that wait to be read.</summary>
    public int EnAttente => file.EnAttente().Count(r => VoitTout || r.Poste == Moi.Poste);

    /// <summary>Reads what waits; null when nothing does.</summary>
    public string? Reprendre() => (VoitTout ? file.EnAttente().Select(r => r.Poste).Distinct().Select(p => file.Reprendre(new Deposant(Moi.Compte, p))) : [file.Reprendre(Moi)]).ToList().Find(l => l is not null);

    // The person at the machine, before there are accounts.
    private bool VoitTout => acces.Perimetre.Budgets is null;

    private bool EstSien(SuiviDImport suivi) => VoitTout || (suivi.Par?.Poste is { } poste && poste == acces.Acces?.Poste);

    private SuiviDImport? Montrer(SuiviDImport suivi)
    {
        if (VoitTout)
            return suivi;
        var sien = EstSien(suivi);
        if (!sien && (suivi.Par?.Poste is not null || suivi.Rapport is null))
            return null;
        if (suivi.Rapport is not { } rapport)
            return suivi;
        var montres = Montres(rapport, sien);
        return sien || montres.Count > 0 ? suivi with { Rapport = rapport with { Fichiers = montres, Totaux = TotauxDImport.De(montres) } } : null;
    }

    /// <summary>Files of other collectivités are left out; those that hold nothing are for whoever brought them.</summary>
    private List<FichierImporte> Montres(ImportReport rapport, bool sien)
    {
        var question = new FichiersEntiersQuestion([.. rapport.Fichiers.Select(f => f.Empreinte).OfType<string>().Distinct(StringComparer.Ordinal)]);
        var vus = questions.Poser(question.Executer).ToHashSet(StringComparer.Ordinal);
        using var connexion = entrepot.Connecter(archives: true);
        var pleins = question.Executer(connexion, Perimetre.Complet).ToHashSet(StringComparer.Ordinal);
        return [.. rapport.Fichiers.Where(f => f.Empreinte is { } e && pleins.Contains(e) ? vus.Contains(e) : sien)];
    }
}
