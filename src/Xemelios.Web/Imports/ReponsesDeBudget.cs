using Microsoft.AspNetCore.Http;
using Xemelios.Domain.Habilitations;
using Xemelios.Store;
using Xemelios.Store.Gestion;
using Xemelios.Web.Security;

namespace Xemelios.Web.Imports;

/// <summary>The answers of a person about the budgets that files do not say: journaled, then remembered for his poste.</summary>
public sealed class ReponsesDeBudget(Entrepot entrepot, FileDImports file, AccesCourant acces, IJournal journal, TimeProvider horloge)
{
    /// <summary>The longest code of the format.</summary>
    public const int CodeLePlusLong = 24;

    /// <summary>In the place of a code: the files stay without budget.</summary>
    public const string Aucun = "-";

    /// <summary>The field of a form where the budget of an employer is chosen.</summary>
    public static string Champ(string siret) => $"budget-{siret}";

    /// <summary>The field where another one is written.</summary>
    public static string ChampAutre(string siret) => $"autre-{siret}";

    /// <summary>Remembers what a form answers to what was asked of a batch. False when an answer cannot be a code.</summary>
    public bool Retenir(string lot, AnnonceDeLot annonce, IFormCollection formulaire)
    {
        var reponses = annonce.SansBudget.Select(d => (d.Siret, Code: Lire(formulaire, d.Siret), Avant: d.Retenu?.Code)).Where(r => r.Code is not null && r.Code != r.Avant).ToList();
        if (reponses.Exists(r => r.Code!.Length > CodeLePlusLong || r.Code.Any(char.IsControl)))
            return false;
        foreach (var (siret, code, avant) in reponses)
        {
            Ecrire(siret, avant, code);
            entrepot.BudgetsRetenus.Retenir(Poste(lot), new BudgetRetenu(siret, new BudgetDonne(code!, acces.Qui.Compte, horloge.GetUtcNow())));
        }

        return true;
    }

    /// <summary>The answers that a launched batch was read with are asked for again next time.</summary>
    public void Oublier(string lot)
    {
        foreach (var (siret, donne) in DuLot(lot))
        {
            Ecrire(siret, donne.Code, null);
            entrepot.BudgetsRetenus.Oublier(Poste(lot), siret);
        }
    }

    /// <summary>What was answered for a launched batch, by SIRET.</summary>
    public IReadOnlyList<(string Siret, BudgetDonne Donne)> DuLot(string lot) =>
        [.. (entrepot.Receptions.Lister().FirstOrDefault(r => r.Lot == lot && r.Budgets is not null)?.Budgets?.ParSiret ?? new Dictionary<string, BudgetDonne>(StringComparer.Ordinal))
            .OrderBy(b => b.Key, StringComparer.Ordinal).Select(b => (b.Key, b.Value))];

    /// <summary>Some answer of the batch is still the one that will serve next time.</summary>
    public bool Serviront(string lot) => DuLot(lot).Any(d => entrepot.BudgetsRetenus.Pour(Poste(lot), d.Siret) is { } retenu && retenu.Code == d.Donne.Code);

    private string? Poste(string lot) => file.Trouver(lot)?.Par?.Poste;

    /// <summary>'' for no budget; null without an answer.</summary>
    private static string? Lire(IFormCollection formulaire, string siret)
    {
        var autre = formulaire[ChampAutre(siret)].ToString().Trim();
        var choisi = autre.Length > 0 ? autre : formulaire[Champ(siret)].ToString().Trim();
        return choisi switch { "" => null, Aucun => "", _ => choisi };
    }

    private void Ecrire(string siret, string? avant, string? apres)
    {
        var lui = acces.Qui;
        journal.Ecrire(new Acte(NatureDActe.Import, lui.Compte, lui.Adresse, "/import/{lot}")
        {
            Poste = lui.Poste, Cles = "budget", Siret = siret, Avant = avant is null ? null : Dit(avant), Apres = apres is null ? "à redemander" : Dit(apres),
        });
    }

    private static string Dit(string code) => code.Length == 0 ? "sans budget" : code;
}
